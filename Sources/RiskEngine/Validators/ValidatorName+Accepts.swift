package import Rules

extension ValidatorName {
  /// Whether the whole of `bytes` is an identifier of this kind, by its shape and its arithmetic.
  ///
  /// The bytes are a candidate with nothing in front of it or after it, as a view writes it: ASCII
  /// letters and digits, `-` for every dash, a space for every kind of space. Acceptance confirms
  /// what a pattern proposed; for the weak shapes (a passport number, a dateless number plate, a
  /// tax reference) the rule must also ask for a word of context.
  package func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .nhsNumber: NHSNumber.accepts(bytes)
    case .nino: NationalInsuranceNumber.accepts(bytes)
    case .drivingLicence: DrivingLicence.accepts(bytes)
    case .passport: PassportNumber.accepts(bytes)
    case .vrm: VehicleRegistration.accepts(bytes)
    case .postcode: Postcode.accepts(bytes)
    case .iban: IBAN.accepts(bytes)
    case .card: PaymentCard.accepts(bytes)
    case .luhn: LuhnNumber.accepts(bytes)
    case .personalPhone: PhoneNumber(bytes)?.isPersonal ?? false
    case .mobilePhone: PhoneNumber(bytes)?.kind == .mobile
    case .pncid: PNCID.accepts(bytes)
    case .utr: TaxReference.accepts(bytes)
    case .mrz: MachineReadableZone.accepts(bytes)
    case .personalEmail: PersonalEmail.accepts(bytes)
    }
  }
}
