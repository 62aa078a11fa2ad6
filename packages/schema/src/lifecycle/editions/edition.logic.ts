/** Where the content of an edition is served to everybody. */
export const EDITIONS_PATH = '/editions';

export const editionAddress = (id: string): string => `${EDITIONS_PATH}/${id}`;
