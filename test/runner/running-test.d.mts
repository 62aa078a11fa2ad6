export const nameOfRunningTest: () => string | undefined;
