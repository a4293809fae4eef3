// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.

export const types: Readonly<Record<string, string>> = {
  CSIDriver: "apiVersion:s kind:s metadata:ObjectMeta spec!:CSIDriverSpec",
  CSIDriverSpec: "attachRequired:b fsGroupPolicy:s nodeAllocatableUpdatePeriodSeconds:l@33 podInfoOnMount:b preventPodSchedulingIfMissing:b@35 requiresRepublish:b seLinuxMount:b@25 serviceAccountTokenInSecrets:b@35 storageCapacity:b tokenRequests:[StorageTokenRequest volumeLifecycleModes:[s",
  CSINode: "apiVersion:s kind:s metadata:ObjectMeta spec!:CSINodeSpec",
  CSINodeDriver: "allocatable:VolumeNodeResources name!:s nodeID!:s topologyKeys:[s",
  CSINodeSpec: "drivers!:[CSINodeDriver",
  CSIStorageCapacity: "apiVersion:s capacity:s kind:s maximumVolumeSize:s metadata:ObjectMeta nodeTopology:LabelSelector storageClassName!:s",
  CSIStorageCapacityV1beta1: "apiVersion:s capacity:s kind:s maximumVolumeSize:s metadata:ObjectMeta nodeTopology:LabelSelector storageClassName!:s",
  StorageClass: "allowVolumeExpansion:b allowedTopologies:[TopologySelectorTerm apiVersion:s kind:s metadata:ObjectMeta mountOptions:[s parameters:{s provisioner!:s reclaimPolicy:s volumeBindingMode:s",
  StorageTokenRequest: "audience!:s expirationSeconds:l",
  TopologySelectorLabelRequirement: "key!:s values!:[s",
  TopologySelectorTerm: "matchLabelExpressions:[TopologySelectorLabelRequirement",
  VolumeAttachment: "apiVersion:s kind:s metadata:ObjectMeta spec!:VolumeAttachmentSpec status:VolumeAttachmentStatus",
  VolumeAttachmentSource: "inlineVolumeSpec:PersistentVolumeSpec persistentVolumeName:s",
  VolumeAttachmentSpec: "attacher!:s nodeName!:s source!:VolumeAttachmentSource",
  VolumeAttachmentStatus: "attachError:VolumeError attached!:b attachmentMetadata:{s detachError:VolumeError",
  VolumeAttributesClass: "apiVersion:s driverName!:s kind:s metadata:ObjectMeta parameters:{s",
  VolumeError: "errorCode:i@33 message:s time:t",
  VolumeNodeResources: "count:i",
};
