using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>An argument in four parts: feature, advantage, benefit, evidence (FABE).</summary>
/// <remarks>Immutable, with value equality. <see cref="Needs.Fabe"/> says which part is missing. Source: 《大客戶戰略客戶關係管理》.</remarks>
public sealed record FabeStatement
{
    /// <summary>The feature: what the product has or does; null if not stated.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Feature { get; init; }

    /// <summary>The advantage: what the feature does better than the alternative; null if not stated.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Advantage { get; init; }

    /// <summary>The benefit: what the customer gains; null if not stated.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Benefit { get; init; }

    /// <summary>The need that the benefit meets; null for the need that the argument belongs to.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? NeedId { get; init; }

    /// <summary>The evidence; null if there is none.</summary>
    public FabeEvidence? Evidence { get; init; }

    /// <summary>Whether all four parts are stated.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsComplete => FabePart.InOrder.All(Has);

    /// <summary>Whether a part is stated.</summary>
    /// <param name="part">The part.</param>
    /// <returns>True if it is, and is not blank.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> is null.</exception>
    public bool Has(FabePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var text = part == FabePart.Feature ? Feature
            : part == FabePart.Advantage ? Advantage
            : part == FabePart.Benefit ? Benefit
            : Evidence?.Text;
        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"FabeStatement {{ Feature = {Feature}, Advantage = {Advantage}, Benefit = {Benefit}, NeedId = {NeedId}, Evidence = {Evidence} }}");
}
