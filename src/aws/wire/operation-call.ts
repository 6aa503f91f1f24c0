import type { OperationModel } from '../api/service-model.ts';

/** A request whose operation has been found; its input is decoded when asked for, since decoding may throw. */
export interface RequestedOperation {
  readonly name: string;
  readonly model: OperationModel;
  /** Throws AWS's error where a value is not of the type that the model wants. */
  readonly decode: () => DecodedInput;
}

export type DecodedInput = Readonly<Record<string, unknown>>;

/** What goes back: complete but for the headers that every answer has. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
