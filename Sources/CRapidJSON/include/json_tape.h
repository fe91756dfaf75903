#ifndef JSON_TAPE_H
#define JSON_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a token of the tape is.
enum json_tape_kind {
  JSON_TAPE_NULL,
  JSON_TAPE_FALSE,
  JSON_TAPE_TRUE,
  JSON_TAPE_NUMBER,
  JSON_TAPE_STRING,
  JSON_TAPE_KEY,
  JSON_TAPE_OBJECT,
  JSON_TAPE_ARRAY
};

/// One token: a value or the name of a member; the tokens of an object or array follow its own.
struct json_tape_token {
  /// A `json_tape_kind`.
  uint32_t kind;
  /// Where its bytes begin in the decoded text; nothing for objects and arrays.
  uint32_t offset;
  /// The number of its bytes; of an object or array, the number of members or elements.
  uint32_t length;
  /// The place on the tape of what comes behind it and all that it holds.
  uint32_t next;
};

/// Why bytes are not JSON that can be read.
enum json_tape_fault {
  JSON_TAPE_FINE,
  /// Not well-formed.
  JSON_TAPE_MALFORMED,
  /// Nested deeper than allowed.
  JSON_TAPE_TOO_DEEP,
  /// An object has two members of the same name.
  JSON_TAPE_REPEATED_KEY,
  /// There is no memory for it.
  JSON_TAPE_NO_MEMORY
};

typedef struct json_tape json_tape;

/// Makes a tape that can be used again and again; `NULL` when there is no memory.
json_tape *json_tape_create(void);

/// Gives the memory of a tape back.
void json_tape_destroy(json_tape *tape);

/// Parses one JSON text; what the tape held before is gone. Where surrogates are mended, half of a pair is read as U+FFFD.
enum json_tape_fault json_tape_parse(json_tape *tape, const uint8_t *bytes, size_t count,
                                     size_t deepest, bool mends_surrogates);

/// The tokens of the last text.
const struct json_tape_token *json_tape_tokens(const json_tape *tape);

/// The number of tokens of the last text.
size_t json_tape_count(const json_tape *tape);

/// The decoded text that offsets of tokens point into.
const uint8_t *json_tape_text(const json_tape *tape);

/// The place of the value that an object of the last text has under a name; 0 when it has none.
size_t json_tape_member(const json_tape *tape, size_t object, const uint8_t *name, size_t length);

/// Where the fault of the last text was noticed, in bytes from its start.
size_t json_tape_fault_offset(const json_tape *tape);

/// What RapidJSON says of the fault of the last text.
const char *json_tape_fault_words(const json_tape *tape);

#ifdef __cplusplus
}
#endif

#endif
