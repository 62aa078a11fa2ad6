type Sentence = readonly [messageTh: string, messageEn: string];

export declare const DEFAULT_PLACES: { readonly port: number; readonly host: string; readonly dataDir: string };
export declare function listenProblem(
  code: string,
  place: { readonly port: number; readonly host: string },
): Sentence | null;
export declare function directoryProblem(
  error: { readonly code: string; readonly message: string },
  dataDir: string,
): Sentence;
export declare function writableDirectory(dataDir: string): Promise<string>;
export declare function placeProblems(values: {
  readonly PORT: number;
  readonly HOST: string;
  readonly DATA_DIR: string;
  readonly DATABASE_URL: string | undefined;
}): Promise<readonly Sentence[]>;
