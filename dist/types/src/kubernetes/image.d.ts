export interface ImageReference {
    /** Registry and repository. */
    readonly name: string;
    readonly tag: string | undefined;
    readonly digest: string | undefined;
}
/** `registry:5000/team/app:1.4@sha256:…`; undefined for text that is no reference: placeholders, addresses of build tools. */
export declare function imageReference(text: string): ImageReference | undefined;
/** No registry has it under this name: it is built, and the name replaced, before the manifest is applied. */
export declare function isBuilt({ name }: ImageReference): boolean;
