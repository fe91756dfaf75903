import Rules
import Testing

/// Identifiers that must be known and look-alikes that must not, kind by kind.
struct ValidatorTableTests {
  @Test(arguments: IdentifierTable.all)
  func `identifiers are accepted`(_ table: IdentifierTable) {
    for text in table.identifiers {
      #expect(table.validator.accepts(text), "\(table.validator): \(text)")
    }
  }

  @Test(arguments: IdentifierTable.all)
  func `look-alikes are refused`(_ table: IdentifierTable) {
    for text in table.lookAlikes {
      #expect(!table.validator.accepts(text), "\(table.validator): \(text)")
    }
  }

  @Test func `every validator has its table`() {
    #expect(Set(IdentifierTable.all.map(\.validator)) == Set(ValidatorName.allCases))
  }

  @Test(arguments: IdentifierTable.all)
  func `an identifier inside a longer text is not the identifier`(_ table: IdentifierTable) {
    for text in table.identifiers {
      for wrapped in [" \(text)", "\(text) ", "#\(text)", "\(text).", "\(text)é", "[\(text)"] {
        #expect(!table.validator.accepts(wrapped), "\(table.validator): \(wrapped)")
      }
    }
  }

  @Test(arguments: IdentifierTable.all)
  func `capitals change nothing`(_ table: IdentifierTable) {
    for text in table.identifiers {
      #expect(table.validator.accepts(text.uppercased()), "\(table.validator): \(text)")
    }
  }

  /// References, dates, roads and figures of everyday posts, which no strong validator may know.
  private static let everyday = [
    "14/118223/25", "13250123456", "25*123456", "01/1234567/25", "1234567/25", "CAD 1234/12NOV25",
    "NP-20251112-0123", "CRI/06AB/0012345/25", "12/11/2025", "12-11-2025", "12.11.2025",
    "2025-11-12", "19:30", "A38", "M25", "A1(M)", "B6089", "J24", "999", "101", "105", "61016",
    "999 BSL", "PC 1234", "PS 12", "LS9", "SW1A", "34-year-old", "£1,200", "1,500", "50 MPH",
    "24/7", "COVID-19", "5 June", "The", "", "-", "+44", "@", "/", "<<", "SW19 and", "M25 and",
    "A1 THE", "20 MAY", "MAY 2025", "GMP 101", "12:30-14:30",
  ]

  @Test(arguments: everyday)
  func `everyday figures of police posts are no identifiers`(_ text: String) {
    for validator in ValidatorName.allCases {
      #expect(!validator.accepts(text), "\(validator): \(text)")
    }
  }
}
