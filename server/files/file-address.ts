/** Where a file is read: its number decides, its name is for people. */
export const fileAddress = ({ id, name }: { id: number; name: string }): string => `/api/files/${id}/${encodeURIComponent(name)}`;
