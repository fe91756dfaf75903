// RapidJSON's parser behind a C interface: it writes a flat tape of tokens, which Swift can walk without a call a token.
//
// The parser works in place on a copy of the text and iteratively, so that neither depth nor size of the input can
// exhaust the stack, and keeps numbers as they are written, since identifiers pass 2^53. UTF-8 is validated beforehand,
// in one go: the parser then finds the ends of strings sixteen bytes at a time.

#include "include/json_tape.h"

#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <vector>

struct json_tape {
  std::vector<char> text;
  std::vector<json_tape_token> tokens;
  std::vector<uint32_t> open;
  std::vector<std::pair<uint64_t, uint32_t>> names;
  size_t fault_offset = 0;
  const char *fault_words = "";
};

namespace {

using rapidjson::SizeType;

class TapeWriter {
public:
  json_tape_fault fault = JSON_TAPE_FINE;

  TapeWriter(json_tape &tape, size_t deepest) : tape(tape), deepest(deepest) {}

  bool Null() { return add(JSON_TAPE_NULL, nullptr, 0); }
  bool Bool(bool value) { return add(value ? JSON_TAPE_TRUE : JSON_TAPE_FALSE, nullptr, 0); }
  bool RawNumber(const char *bytes, SizeType length, bool) {
    return add(JSON_TAPE_NUMBER, bytes, length);
  }
  bool String(const char *bytes, SizeType length, bool) {
    return add(JSON_TAPE_STRING, bytes, length);
  }
  bool Key(const char *bytes, SizeType length, bool) { return add(JSON_TAPE_KEY, bytes, length); }
  bool StartObject() { return begin(JSON_TAPE_OBJECT); }
  bool StartArray() { return begin(JSON_TAPE_ARRAY); }
  bool EndArray(SizeType count) { return end(count); }
  bool EndObject(SizeType count) {
    const uint32_t object = tape.open.back();
    if (repeats(object, count)) {
      fault = JSON_TAPE_REPEATED_KEY;
      return false;
    }
    return end(count);
  }

  // Numbers come as they are written; the parser's type wants these all the same.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(int64_t) { return false; }
  bool Uint64(uint64_t) { return false; }
  bool Double(double) { return false; }

private:
  json_tape &tape;
  const size_t deepest;

  bool add(json_tape_kind kind, const char *bytes, SizeType length) {
    const uint32_t offset = bytes ? static_cast<uint32_t>(bytes - tape.text.data()) : 0;
    const uint32_t next = static_cast<uint32_t>(tape.tokens.size() + 1);
    tape.tokens.push_back({static_cast<uint32_t>(kind), offset, length, next});
    return true;
  }

  bool begin(json_tape_kind kind) {
    if (tape.open.size() >= deepest) {
      fault = JSON_TAPE_TOO_DEEP;
      return false;
    }
    tape.open.push_back(static_cast<uint32_t>(tape.tokens.size()));
    return add(kind, nullptr, 0);
  }

  bool end(SizeType count) {
    json_tape_token &token = tape.tokens[tape.open.back()];
    tape.open.pop_back();
    token.length = count;
    token.next = static_cast<uint32_t>(tape.tokens.size());
    return true;
  }

  bool same(const json_tape_token &left, const json_tape_token &right) const {
    return left.length == right.length &&
           std::memcmp(&tape.text[left.offset], &tape.text[right.offset], left.length) == 0;
  }

  uint64_t hash(const json_tape_token &key) const {
    uint64_t hash = key.length * 0x9E3779B97F4A7C15u;
    for (uint32_t i = 0; i < key.length; i += 8) {
      // The text is padded, so that eight bytes can be read anywhere in it.
      uint64_t eight;
      std::memcpy(&eight, &tape.text[key.offset + i], sizeof eight);
      const uint32_t left = key.length - i;
      if (left < 8) eight &= (uint64_t(1) << (left * 8)) - 1;
      hash = (hash ^ eight) * 0xBF58476D1CE4E5B9u;
      hash ^= hash >> 29;
    }
    return hash;
  }

  // Names are compared by a hash first, sorted, so that an object of a million members takes no square of them.
  bool repeats(uint32_t object, SizeType count) {
    tape.names.clear();
    uint32_t place = object + 1;
    for (SizeType member = 0; member < count; ++member) {
      const json_tape_token &key = tape.tokens[place];
      tape.names.emplace_back(hash(key), place);
      place = tape.tokens[place + 1].next;
    }
    std::sort(tape.names.begin(), tape.names.end());
    for (size_t i = 1; i < tape.names.size(); ++i) {
      if (tape.names[i].first == tape.names[i - 1].first &&
          same(tape.tokens[tape.names[i].second], tape.tokens[tape.names[i - 1].second])) {
        return true;
      }
    }
    return false;
  }
};

/// The length of the sound sequence at a place that is no ASCII; 0 when it is none.
size_t sequence(const uint8_t *bytes, size_t left) {
  const uint8_t lead = bytes[0];
  const size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || length > left) return 0;
  for (size_t i = 1; i < length; ++i) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  }
  // Longer than need be, a surrogate, or beyond U+10FFFF.
  if (lead == 0xE0 && bytes[1] < 0xA0) return 0;
  if (lead == 0xED && bytes[1] > 0x9F) return 0;
  if (lead == 0xF0 && bytes[1] < 0x90) return 0;
  if (lead == 0xF4 && bytes[1] > 0x8F) return 0;
  return length;
}

/// How many bytes from the start are UTF-8.
size_t sound_length(const uint8_t *bytes, size_t count) {
  size_t at = 0;
  while (at < count) {
    uint64_t eight;
    if (count - at >= sizeof eight) {
      std::memcpy(&eight, bytes + at, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    if (bytes[at] < 0x80) {
      ++at;
      continue;
    }
    const size_t length = sequence(bytes + at, count - at);
    if (length == 0) return at;
    at += length;
  }
  return count;
}

/// The number of an escape such as `\ud83d` at a place, or -1.
int32_t escaped_unit(const char *text, const char *end) {
  if (end - text < 6 || text[0] != '\\' || text[1] != 'u') return -1;
  int32_t unit = 0;
  for (int i = 2; i < 6; ++i) {
    const char c = text[i];
    const char small = static_cast<char>(c | 0x20);
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && (small < 'a' || small > 'f')) return -1;
    unit = unit << 4 | (is_digit ? c - '0' : small - 'a' + 10);
  }
  return unit;
}

/// Writes the escape of U+FFFD, which is as long, in the place of each half of a pair of surrogates.
void mend_surrogates(char *text, size_t count) {
  char *const end = text + count;
  while ((text = static_cast<char *>(std::memchr(text, '\\', end - text)))) {
    const int32_t unit = escaped_unit(text, end);
    const bool is_half = unit >= 0xD800 && unit < 0xE000;
    const int32_t next = is_half && unit < 0xDC00 ? escaped_unit(text + 6, end) : -1;
    const bool is_pair = next >= 0xDC00 && next < 0xE000;
    if (is_half && !is_pair) std::memcpy(text + 2, "fffd", 4);
    const ptrdiff_t length = is_pair ? 12 : unit >= 0 ? 6 : 2;
    if (end - text <= length) return;
    text += length;
  }
}

json_tape_fault parse(json_tape &tape, const uint8_t *bytes, size_t count, size_t deepest,
                      bool mends_surrogates) {
  tape.tokens.clear();
  tape.open.clear();
  tape.fault_offset = 0;
  tape.fault_words = "";
  if (count >= UINT32_MAX) return JSON_TAPE_NO_MEMORY;
  const size_t sound = sound_length(bytes, count);
  if (sound < count) {
    tape.fault_offset = sound;
    tape.fault_words = "Its bytes are no UTF-8.";
    return JSON_TAPE_MALFORMED;
  }
  tape.text.resize(count + sizeof(uint64_t));
  std::memcpy(tape.text.data(), bytes, count);
  tape.text[count] = '\0';
  if (mends_surrogates) mend_surrogates(tape.text.data(), count);

  rapidjson::InsituStringStream stream(tape.text.data());
  rapidjson::Reader reader;
  TapeWriter writer(tape, deepest);
  constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                             rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, writer);
  if (result.IsError()) {
    tape.fault_offset = result.Offset();
    tape.fault_words = rapidjson::GetParseError_En(result.Code());
    return writer.fault == JSON_TAPE_FINE ? JSON_TAPE_MALFORMED : writer.fault;
  }
  // The parser takes a NUL for the end of the text; one that stands inside must not hide what follows.
  if (stream.Tell() != count) {
    tape.fault_offset = stream.Tell();
    tape.fault_words = "A NUL byte stands in the text.";
    return JSON_TAPE_MALFORMED;
  }
  return JSON_TAPE_FINE;
}

} // namespace

json_tape *json_tape_create(void) { return new (std::nothrow) json_tape; }

void json_tape_destroy(json_tape *tape) { delete tape; }

json_tape_fault json_tape_parse(json_tape *tape, const uint8_t *bytes, size_t count,
                                size_t deepest, bool mends_surrogates) {
  try {
    return parse(*tape, bytes, count, deepest, mends_surrogates);
  } catch (const std::bad_alloc &) {
    return JSON_TAPE_NO_MEMORY;
  }
}

const json_tape_token *json_tape_tokens(const json_tape *tape) { return tape->tokens.data(); }

size_t json_tape_count(const json_tape *tape) { return tape->tokens.size(); }

const uint8_t *json_tape_text(const json_tape *tape) {
  return reinterpret_cast<const uint8_t *>(tape->text.data());
}

size_t json_tape_member(const json_tape *tape, size_t object, const uint8_t *name,
                        size_t length) {
  const json_tape_token *tokens = tape->tokens.data();
  size_t place = object + 1;
  for (uint32_t member = 0; member < tokens[object].length; ++member) {
    const json_tape_token &key = tokens[place];
    if (key.length == length && std::memcmp(&tape->text[key.offset], name, length) == 0) {
      return place + 1;
    }
    place = tokens[place + 1].next;
  }
  return 0;
}

size_t json_tape_fault_offset(const json_tape *tape) { return tape->fault_offset; }

const char *json_tape_fault_words(const json_tape *tape) { return tape->fault_words; }
