/** Whether something that the wall was asked for works, in words that say what it lacks. */
export type WallMark = { readonly armed: boolean; readonly text: string };
