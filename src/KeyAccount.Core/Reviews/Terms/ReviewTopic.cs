using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What a review speaks of: one topic for each question a room answers.</summary>
/// <remarks>LibraryDefault: the questions are those of the rooms; that a review asks these is ours.</remarks>
[JsonConverter(typeof(TermJsonConverter<ReviewTopic>))]
public sealed class ReviewTopic : Term<ReviewTopic>
{
    /// <summary>What the account buys in a year; value 1.</summary>
    public static readonly ReviewTopic Purchases = new(1);
    /// <summary>Whether that rises or falls, and since when it has bought nothing; value 2.</summary>
    public static readonly ReviewTopic Trend = new(2);
    /// <summary>What the account is worth, and its tier; value 3.</summary>
    public static readonly ReviewTopic AccountValue = new(3);
    /// <summary>The relationship in its three dimensions; value 4.</summary>
    public static readonly ReviewTopic Relationship = new(4);
    /// <summary>The people through whom we stand; value 5.</summary>
    public static readonly ReviewTopic Stakeholders = new(5);
    /// <summary>How far the relationship has come; value 6.</summary>
    public static readonly ReviewTopic Development = new(6);
    /// <summary>Whether the customer can leave; value 7.</summary>
    public static readonly ReviewTopic SwitchingCost = new(7);
    /// <summary>Whether a competitor can come in; value 8.</summary>
    public static readonly ReviewTopic CompetitorBarrier = new(8);
    /// <summary>Whether the customer wants to stay; value 9.</summary>
    public static readonly ReviewTopic Loyalty = new(9);
    /// <summary>Whether it is satisfied; value 10.</summary>
    public static readonly ReviewTopic Satisfaction = new(10);
    /// <summary>What is agreed, and until when; value 11.</summary>
    public static readonly ReviewTopic Contract = new(11);
    /// <summary>What we offer; value 12.</summary>
    public static readonly ReviewTopic Quotation = new(12);

    private ReviewTopic(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary>The topics of which every account can be asked whether they are known, in order: all but contracts and quotations, of which
    /// there may be none.</summary>
    public static IReadOnlyList<ReviewTopic> Covered { get; } =
        [Purchases, Trend, AccountValue, Relationship, Stakeholders, Development, SwitchingCost, CompetitorBarrier, Loyalty, Satisfaction];
}
