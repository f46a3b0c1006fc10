using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>Our response to a challenge of the customer in an area of its strategy, and why.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Area">The area; null if none has been decoded.</param>
/// <param name="Response">Our response.</param>
/// <param name="Reason">The reason, for a person.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ChallengeResponse(
    CustomerChallenge Challenge, CustomerStrategyArea? Area, StrategyResponse Response, Text Reason)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ChallengeResponse {{ Challenge = {Challenge}, Area = {Area}, Response = {Response}, Reason = {Reason} }}");
}
