/// A value for every scalar, stored as three tables in which equal blocks are stored once.
///
/// The first stage has one character for 4096 scalars, the second two for 64, the third `width` for one.
struct ThreeStageTable {
  /// The number of a block of the second stage for every 4096 scalars.
  private(set) var first = PackedText()
  /// The number of a block of the third stage for every 64 scalars.
  private(set) var second = PackedText()
  /// The values.
  private(set) var third = PackedText()

  /// Packs the values of the scalars from 0 to 0x10FFFF.
  init(_ values: [Int], width: Int) {
    var blocks: [[Int]: Int] = [:]
    var pages: [[Int]: Int] = [:]
    for page in stride(from: 0, to: 0x11_0000, by: 4096) {
      var numbers: [Int] = []
      for start in stride(from: page, to: page + 4096, by: 64) {
        let block = Array(values[start..<start + 64])
        let number = blocks[block] ?? blocks.count
        if number == blocks.count {
          blocks[block] = number
          for value in block { third.append(value, width: width) }
        }
        numbers.append(number)
      }
      let number = pages[numbers] ?? pages.count
      if number == pages.count {
        pages[numbers] = number
        for block in numbers { second.append(block, width: 2) }
      }
      first.append(number, width: 1)
    }
  }

  /// Adds the three stages to a file.
  func add(to file: inout GeneratedFile, value: String) {
    file.add("firstStage", "The page of every 4096 scalars.", first.text)
    file.add("secondStage", "The block of every 64 scalars.", second.text)
    file.add("thirdStage", "\(value) of every scalar.", third.text)
  }
}
