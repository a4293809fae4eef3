// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  DiscoveryEndpointPort: "appProtocol:s name:s port:i protocol:s",
  Endpoint: "addresses!:[s conditions:EndpointConditions deprecatedTopology:{s hints:EndpointHints hostname:s nodeName:s targetRef:ObjectReference zone:s",
  EndpointConditions: "ready:b serving:b terminating:b",
  EndpointConditionsV1beta1: "ready:b serving:b terminating:b",
  EndpointHints: "forNodes:[ForNode@33 forZones:[ForZone",
  EndpointHintsV1beta1: "forZones:[ForZoneV1beta1",
  EndpointPortV1beta1: "appProtocol:s name:s port:i protocol:s",
  EndpointSlice: "addressType!:s apiVersion:s endpoints:[Endpoint kind:s metadata:ObjectMeta ports:[DiscoveryEndpointPort",
  EndpointSliceV1beta1: "addressType!:s apiVersion:s endpoints!:[EndpointV1beta1 kind:s metadata:ObjectMeta ports:[EndpointPortV1beta1",
  EndpointV1beta1: "addresses!:[s conditions:EndpointConditionsV1beta1 hints:EndpointHintsV1beta1 hostname:s nodeName:s targetRef:ObjectReference topology:{s",
  ForNode: "name!:s",
  ForZone: "name!:s",
  ForZoneV1beta1: "name!:s",
};
