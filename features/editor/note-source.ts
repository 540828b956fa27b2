/** A source of the record, for the notes of its texts. */
export interface NoteSource {
  id: string;
  /** Where it stands among the sources of the record. */
  number: number;
  name: string;
}
