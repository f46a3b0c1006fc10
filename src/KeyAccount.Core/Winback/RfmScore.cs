using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The RFM scores of one customer: recency, frequency and money.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="DaysSincePurchase">The days since its last purchase.</param>
/// <param name="Orders">The number of days with purchases.</param>
/// <param name="Amount">The amount bought, net of returns.</param>
/// <param name="Recency">The score of recency; 5 for the latest.</param>
/// <param name="Frequency">The score of frequency; 5 for the most orders.</param>
/// <param name="Money">The score of money; 5 for the most.</param>
/// <param name="Segment">The segment.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record RfmScore(
    string AccountId, int DaysSincePurchase, int Orders, decimal Amount, int Recency, int Frequency, int Money, RfmSegment? Segment)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name.</returns>
    public override string ToString() =>
        Invariant($"RfmScore {{ AccountId = {AccountId}, DaysSincePurchase = {DaysSincePurchase}, Orders = {Orders}, Amount = {Amount}, ")
        + Invariant($"Scores = {Recency}{Frequency}{Money}, Segment = {Segment} }}");
}
