using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A finding of a review about an account: its kind and its subject, its rule, its evidence, and what it puts at stake.</summary>
/// <param name="RuleId">The rule of the table of findings.</param>
/// <param name="Stake">The kind, the subject, and the share at stake.</param>
/// <param name="AtStake">The money at stake: share · basis, in the currency of the portfolio; null if the basis is not known.</param>
/// <param name="Text">The finding in a sentence, with its figures.</param>
/// <param name="Evidence">The facts that the rule has read.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Evidence"/> or an item of it is null.</exception>
public sealed record Finding(string RuleId, Stake Stake, decimal? AtStake, Text Text, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The facts that the rule has read.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<Evidence> Evidence { get; init => field = ValueList.Of(value, nameof(Evidence)); } = ValueList.Of(Evidence);

    /// <summary>The ids of its subjects (<see cref="Subject"/>), such as contracts or people; empty if it is about the account, or about
    /// something without an id.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string> Subjects { get; init => field = ValueList.Of(value ?? []); } = ValueList<string>.Empty;

    /// <summary>The kind of the finding.</summary>
    [JsonIgnore]
    public FindingKind Kind => Stake.Kind;

    /// <summary>Whether its money is at stake; false if it is an opportunity.</summary>
    [JsonIgnore]
    internal bool IsAtStake => Stake.Kind != FindingKind.Opportunity;

    /// <summary>The topic of the finding.</summary>
    [JsonIgnore]
    public ReviewTopic Topic => Stake.Topic;

    /// <summary>The subject of the finding.</summary>
    [JsonIgnore]
    public FindingSubject Subject => Stake.Subject;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The rule, the money and the sentence in English.</returns>
    public override string ToString() => Invariant($"Finding {{ RuleId = {RuleId}, AtStake = {AtStake}, Text = {Text} }}");
}
