using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The answer of one respondent to one item.</summary>
/// <param name="Respondent">The respondent: any unique name.</param>
/// <param name="Item">The key of the item.</param>
/// <param name="Value">The point on the scale, 1 … k; null if the respondent has not answered.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurveyAnswer(string Respondent, string Item, int? Value)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SurveyAnswer {{ Respondent = {Respondent}, Item = {Item}, Value = {Value} }}");
}
