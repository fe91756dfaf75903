/// The rules that ship inside the binary.
package enum StarterRules {}
