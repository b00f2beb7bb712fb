/** A port: who has the people knows the words that somebody who knows the person would try first. */
export abstract class PasswordContext {
  /** Names and service number of the person. */
  abstract wordsOf(personId: string): Promise<string[]>;
}
