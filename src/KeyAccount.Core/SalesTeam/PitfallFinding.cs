using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A pitfall that a person's records show, with the periods that show it.</summary>
/// <param name="Pitfall">The pitfall.</param>
/// <param name="Person">The person whose records show it.</param>
/// <param name="Reason">What was counted, in a sentence.</param>
/// <param name="Evidence">The periods that show it, such as <c>2026-01-01 – 2026-03-31</c>.</param>
/// <remarks>The finding is about how performance is managed, not about the person. Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Evidence"/> or an item of it is null.</exception>
public sealed record PitfallFinding(Pitfall Pitfall, string Person, Text Reason, IReadOnlyList<string> Evidence)
{
    /// <inheritdoc cref="PitfallFinding" path="/param[@name='Evidence']"/>
    public IReadOnlyList<string> Evidence { get; } = ValueList.Of(Evidence);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Pitfall, person and evidence by name.</returns>
    public override string ToString() =>
        Invariant($"PitfallFinding {{ Pitfall = {Pitfall}, Person = {Person}, Evidence = {string.Join("; ", Evidence)} }}");
}
