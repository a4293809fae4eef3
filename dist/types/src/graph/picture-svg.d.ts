import type { Picture } from "./picture.ts";
export declare function pictureAsSvg(picture: Picture): string;
