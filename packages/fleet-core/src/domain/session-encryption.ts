/** By what a session with the database is encrypted; null when it is not. */
export type SessionEncryption = { readonly protocol: string; readonly cipher: string } | null;
