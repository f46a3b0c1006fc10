using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A sign that somebody keeps a log only for form's sake, with the weeks that show it.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Person">The person whose log it is.</param>
/// <param name="Reason">What was counted, in a sentence.</param>
/// <param name="Evidence">The Mondays of the weeks, such as <c>2026-03-02</c>.</param>
/// <remarks>The sign is a reason to talk, and proves nothing by itself. Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Evidence"/> or an item of it is null.</exception>
public sealed record FormalityFinding(FormalitySign Sign, string Person, Text Reason, IReadOnlyList<string> Evidence)
{
    /// <inheritdoc cref="FormalityFinding" path="/param[@name='Evidence']"/>
    public IReadOnlyList<string> Evidence { get; } = ValueList.Of(Evidence);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Sign, person and evidence by name.</returns>
    public override string ToString() =>
        Invariant($"FormalityFinding {{ Sign = {Sign}, Person = {Person}, Evidence = {string.Join("; ", Evidence)} }}");
}
