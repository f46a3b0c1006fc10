using KeyAccount.Core.Terms;

namespace KeyAccount.Core;

/// <summary>One default of a model: a weight, a cut, a scale, a rule.</summary>
/// <param name="Path">The place in the model, such as <c>criteria["margin"]</c>.</param>
/// <param name="Value">The value, in invariant English.</param>
/// <param name="Provenance">The provenance; null if not stated.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ModelDefault(string Path, string Value, Provenance? Provenance);
