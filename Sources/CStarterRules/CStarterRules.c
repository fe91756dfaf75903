#include "CStarterRules.h"

// What embed-files writes at build time.
extern const struct StarterBytes starter_tables[];
extern const struct StarterFile starter_files[];
extern const size_t starter_files_count;
extern const char starter_sha256[];

struct StarterBytes starter_program(void) { return starter_tables[0]; }
struct StarterBytes starter_index(void) { return starter_tables[1]; }
struct StarterBytes starter_prefilter(void) { return starter_tables[2]; }
const char *starter_program_sha256(void) { return starter_sha256; }
size_t starter_file_count(void) { return starter_files_count; }
struct StarterFile starter_file(size_t number) { return starter_files[number]; }
