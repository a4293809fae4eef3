// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  EventSeriesV1beta1: "count!:l lastObservedTime!:m",
  EventV1beta1: "action:s apiVersion:s deprecatedCount:i deprecatedFirstTimestamp:t deprecatedLastTimestamp:t deprecatedSource:EventSource eventTime!:m kind:s metadata:ObjectMeta note:s reason:s regarding:ObjectReference related:ObjectReference reportingController:s reportingInstance:s series:EventSeriesV1beta1 type:s",
  EventsEvent: "action:s apiVersion:s deprecatedCount:i deprecatedFirstTimestamp:t deprecatedLastTimestamp:t deprecatedSource:EventSource eventTime!:m kind:s metadata:ObjectMeta note:s reason:s regarding:ObjectReference related:ObjectReference reportingController:s reportingInstance:s series:EventsEventSeries type:s",
  EventsEventSeries: "count!:i lastObservedTime!:m",
};
