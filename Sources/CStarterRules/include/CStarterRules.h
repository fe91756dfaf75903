#ifndef CSTARTERRULES_H
#define CSTARTERRULES_H

#include <stddef.h>

/// Constant bytes, which lie in the program itself and need no decoding when it starts.
struct StarterBytes {
  const unsigned char *_Nonnull start;
  size_t count;
};

/// A YAML file of the pack as its author wrote it.
struct StarterFile {
  /// The path below the pack's folder, with a NUL at its end.
  const char *_Nonnull path;
  struct StarterBytes text;
};

/// The shipped rules in their compact form.
struct StarterBytes starter_program(void);
/// The index of the compact form.
struct StarterBytes starter_index(void);
/// The prefilter of the shipped rules.
struct StarterBytes starter_prefilter(void);
/// The SHA-256 of the compact form, in lower-case hexadecimal digits with a NUL at their end.
const char *_Nonnull starter_program_sha256(void);
/// How many files the pack has.
size_t starter_file_count(void);
/// A file by its number, which must be below the count.
struct StarterFile starter_file(size_t number);

#endif
