using KeyAccount.Core.Terms;

namespace KeyAccount.Core;

/// <summary>A model of the method, seen as the defaults it is made of.</summary>
public interface IModel
{
    /// <summary>The stable identifier of the model.</summary>
    string Id { get; }

    /// <summary>Every default of the model with where it comes from.</summary>
    IEnumerable<ModelDefault> Defaults { get; }
}

/// <summary>One default of a model: a weight, a cut, a scale, a rule.</summary>
/// <param name="Path">The place in the model, such as <c>criteria["margin"]</c>.</param>
/// <param name="Value">What it is, in invariant English.</param>
/// <param name="Provenance">Where it comes from; null where nobody has said so.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ModelDefault(string Path, string Value, Provenance? Provenance);
