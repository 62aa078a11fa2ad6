export declare function withTables(page: string): string;
