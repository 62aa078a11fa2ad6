export const writeDocuments = async (): Promise<number> => 0;
