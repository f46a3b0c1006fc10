using KeyAccount.Core.Terms;

namespace KeyAccount.Core;

/// <summary>One default of a model: a weight, a cut, a scale, a rule.</summary>
/// <param name="Path">The place in the model, such as <c>criteria["margin"]</c>.</param>
/// <param name="Value">What it is, in invariant English.</param>
/// <param name="Provenance">Where it comes from; null where nobody has said so.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ModelDefault(string Path, string Value, Provenance? Provenance);
