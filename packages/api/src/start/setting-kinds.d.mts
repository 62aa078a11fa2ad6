export declare function isDatabaseAddress(text: string): boolean;
export declare const aDatabase: { readonly th: string; readonly en: string };
