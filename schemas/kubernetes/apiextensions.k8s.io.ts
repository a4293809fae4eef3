// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  ApiextensionsServiceReference: "name!:s namespace!:s path:s port:i",
  ApiextensionsWebhookClientConfig: "caBundle:y service:ApiextensionsServiceReference url:s",
  CustomResourceColumnDefinition: "description:s format:s jsonPath!:s name!:s priority:i type!:s",
  CustomResourceConversion: "strategy!:s webhook:WebhookConversion",
  CustomResourceDefinition: "apiVersion:s kind:s metadata:ObjectMeta spec!:CustomResourceDefinitionSpec status:CustomResourceDefinitionStatus",
  CustomResourceDefinitionCondition: "lastTransitionTime:t message:s observedGeneration:l@35 reason:s status!:s type!:s",
  CustomResourceDefinitionNames: "categories:[s kind!:s listKind:s plural!:s shortNames:[s singular:s",
  CustomResourceDefinitionSpec: "conversion:CustomResourceConversion group!:s names!:CustomResourceDefinitionNames preserveUnknownFields:b scope!:s versions!:[CustomResourceDefinitionVersion",
  CustomResourceDefinitionStatus: "acceptedNames:CustomResourceDefinitionNames conditions:[CustomResourceDefinitionCondition observedGeneration:l@35 storedVersions:[s",
  CustomResourceDefinitionVersion: "additionalPrinterColumns:[CustomResourceColumnDefinition deprecated:b deprecationWarning:s name!:s schema:CustomResourceValidation selectableFields:[SelectableField@30 served!:b storage!:b subresources:CustomResourceSubresources",
  CustomResourceSubresourceScale: "labelSelectorPath:s specReplicasPath!:s statusReplicasPath!:s",
  CustomResourceSubresources: "scale:CustomResourceSubresourceScale status:Empty",
  CustomResourceValidation: "openAPIV3Schema:JSONSchemaProps",
  ExternalDocumentation: "description:s url:s",
  JSONSchemaProps: "$ref:s $schema:s additionalItems:p additionalProperties:p allOf:[JSONSchemaProps anyOf:[JSONSchemaProps default:a definitions:{JSONSchemaProps dependencies:{d description:s enum:[a example:a exclusiveMaximum:b exclusiveMinimum:b externalDocs:ExternalDocumentation format:s id:s items:r maxItems:l maxLength:l maxProperties:l maximum:f minItems:l minLength:l minProperties:l minimum:f multipleOf:f not:JSONSchemaProps nullable:b oneOf:[JSONSchemaProps pattern:s patternProperties:{JSONSchemaProps properties:{JSONSchemaProps required:[s title:s type:s uniqueItems:b x-kubernetes-embedded-resource:b x-kubernetes-int-or-string:b x-kubernetes-list-map-keys:[s x-kubernetes-list-type:s x-kubernetes-map-type:s x-kubernetes-preserve-unknown-fields:b x-kubernetes-validations:[ValidationRule",
  SelectableField: "jsonPath!:s",
  ValidationRule: "fieldPath:s@28 message:s messageExpression:s@27 optionalOldSelf:b@29 reason:s@28 rule!:s",
  WebhookConversion: "clientConfig:ApiextensionsWebhookClientConfig conversionReviewVersions!:[s",
};
