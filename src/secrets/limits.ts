/** AES-256. */
export const ROOT_KEY_BYTES = 32;

/** A root key in hexadecimal with white space around it; a longer file is something else. */
export const ROOT_KEY_FILE_BYTES_MAX = 256;
