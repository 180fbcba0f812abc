/** As much of an error as a sentence bears; the row that it comes from has the whole. */
const MOST_CHARACTERS = 200;

/** An error to stand at the end of a sentence: of a longer one its beginning, with a sign that there is more. */
export function errorText(error: string): string {
  const characters = [...error.slice(0, 2 * MOST_CHARACTERS + 2)];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')} …` : error;
}
