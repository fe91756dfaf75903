// RapidJSON's parser behind a C interface: it writes a flat tape of tokens, which Swift can walk without a call a token.
//
// The parser works in place on a copy of the text and iteratively, so that neither depth nor size of the input can
// exhaust the stack; it validates UTF-8, and keeps numbers as they are written, since identifiers pass 2^53.

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

  // Names are compared by a hash first, sorted, so that an object of a million members takes no square of them.
  bool repeats(uint32_t object, SizeType count) {
    tape.names.clear();
    uint32_t place = object + 1;
    for (SizeType member = 0; member < count; ++member) {
      const json_tape_token &key = tape.tokens[place];
      uint64_t hash = 14695981039346656037u;
      for (uint32_t i = 0; i < key.length; ++i) {
        hash = (hash ^ static_cast<uint8_t>(tape.text[key.offset + i])) * 1099511628211u;
      }
      tape.names.emplace_back(hash, place);
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

json_tape_fault parse(json_tape &tape, const uint8_t *bytes, size_t count, size_t deepest) {
  tape.tokens.clear();
  tape.open.clear();
  tape.fault_offset = 0;
  tape.fault_words = "";
  if (count >= UINT32_MAX) return JSON_TAPE_NO_MEMORY;
  tape.text.resize(count + 1);
  std::memcpy(tape.text.data(), bytes, count);
  tape.text[count] = '\0';

  rapidjson::InsituStringStream stream(tape.text.data());
  rapidjson::Reader reader;
  TapeWriter writer(tape, deepest);
  constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                             rapidjson::kParseValidateEncodingFlag |
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
                                size_t deepest) {
  try {
    return parse(*tape, bytes, count, deepest);
  } catch (const std::bad_alloc &) {
    return JSON_TAPE_NO_MEMORY;
  }
}

const json_tape_token *json_tape_tokens(const json_tape *tape) { return tape->tokens.data(); }

size_t json_tape_count(const json_tape *tape) { return tape->tokens.size(); }

const uint8_t *json_tape_text(const json_tape *tape) {
  return reinterpret_cast<const uint8_t *>(tape->text.data());
}

size_t json_tape_fault_offset(const json_tape *tape) { return tape->fault_offset; }

const char *json_tape_fault_words(const json_tape *tape) { return tape->fault_words; }
