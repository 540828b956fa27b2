/** What the publishing process is told to do. */
export type PublisherTask =
  | { task: 'release'; record: string; word: string }
  | { task: 'create'; slug: string; word: string }
  | { task: 'editor'; email: string; password: string };

/** A task with the number that its answer carries. */
export type NumberedTask = PublisherTask & { id: string };

/** What the publishing process answers. */
export interface PublisherAnswer {
  id: string;
  isDone: boolean;
  /** The record, or the code of the refusal. */
  said: string;
}
