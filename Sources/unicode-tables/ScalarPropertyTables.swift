/// The properties of every scalar, eighteen bits each.
struct ScalarPropertyTables {
  private let data: UnicodeData
  private let normalisation: NormalisationTables
  private let lookAlikes: LookAlikeTables

  /// Gathers what the properties are made from.
  init(
    _ data: UnicodeData, _ normalisation: NormalisationTables, _ lookAlikes: LookAlikeTables
  ) {
    self.data = data
    self.normalisation = normalisation
    self.lookAlikes = lookAlikes
  }

  /// Makes the file that holds the table.
  func file() -> GeneratedFile {
    var values = [Int](repeating: 0, count: 0x11_0000)
    for (bit, scalars) in members().enumerated() {
      for scalar in scalars { values[Int(scalar)] |= 1 << bit }
    }
    for scalar in values.indices where normalisation.records[UInt32(scalar)] == nil {
      values[scalar] |= 1 << 12 | 1 << 13
    }
    var file = GeneratedFile(
      extending: "ScalarProperties", aspect: "Stages", source: "Debian's unicode-data")
    ThreeStageTable(values, width: 3).add(to: &file, value: "The properties")
    return file.closed()
  }

  // The order is that of the members of `ScalarProperties`; scalars of which normalisation has
  // nothing to say are inert too.
  private func members() -> [Set<UInt32>] {
    let normal = normalisation.records
    return [
      categories("Lu", "Ll", "Lt", "Lm", "Lo"), categories("Mn", "Mc", "Me"), categories("Nd"),
      property("White_Space"), categories("Lu", "Lt"), categories("Ll"),
      property("Default_Ignorable_Code_Point"), property("Emoji"), property("Emoji_Presentation"),
      property("Extended_Pictographic"), property("Emoji_Modifier_Base"),
      property("Emoji_Modifier"),
      Set(normal.filter { $0.value.isBoundary[0] && $0.value.isNormal[0] }.keys),
      Set(normal.filter { $0.value.isBoundary[1] && $0.value.isNormal[1] }.keys),
      Set(lookAlikes.letters.keys), property("Latin"), property("Greek"), property("Cyrillic"),
    ]
  }

  private func categories(_ wanted: String...) -> Set<UInt32> {
    Set(data.records.filter { wanted.contains($0.value.category) }.keys)
  }

  private func property(_ name: String) -> Set<UInt32> {
    data.sets[name] ?? []
  }
}
