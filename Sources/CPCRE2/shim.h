// PCRE2's header picks its code unit width by macro: 8 means UTF-8.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
