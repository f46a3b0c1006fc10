using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>An interview question: ten for representatives and ten for managers, each about one competence, with what answers rated 1, 3
/// and 5 sound like.</summary>
/// <remarks>《B2B 大客户开发与管理》 says that there are ten of each (“十道”面试题) but gives none. The number comes from the source; the questions and
/// their anchors are a LibraryDefault. They ask what somebody has done, and nothing about traits that the law protects
/// (<see cref="ProtectedTraits"/>).</remarks>
[JsonConverter(typeof(TermJsonConverter<InterviewQuestion>))]
public sealed class InterviewQuestion : Term<InterviewQuestion>
{
    /// <summary>Asks: How did your largest deal come about, from nothing; value 1.</summary>
    public static readonly InterviewQuestion LargestDeal = new(1, SalesPosition.Representative, Competence.RelationshipBuilding);
    /// <summary>Asks: Which lost deal mattered most, and why was it lost; value 2.</summary>
    public static readonly InterviewQuestion MostPainfulLoss = new(2, SalesPosition.Representative, Competence.Learning);
    /// <summary>Asks: a customer asks for 10 % off, what do you do; value 3.</summary>
    public static readonly InterviewQuestion PriceDemand = new(3, SalesPosition.Representative, Competence.Negotiation);
    /// <summary>Asks: How did you find a need that the customer had not spoken of; value 4.</summary>
    public static readonly InterviewQuestion UnspokenNeed = new(4, SalesPosition.Representative, Competence.NeedsDiscovery);
    /// <summary>Asks: Tell us of somebody who was against you and became a supporter; value 5.</summary>
    public static readonly InterviewQuestion OpponentWon = new(5, SalesPosition.Representative, Competence.RelationshipBuilding);
    /// <summary>Asks: How do you decide whether a deal is worth the work; value 6.</summary>
    public static readonly InterviewQuestion DealWorth = new(6, SalesPosition.Representative, Competence.FunnelManagement);
    /// <summary>Asks: What was your part in a bid, and how did it end; value 7.</summary>
    public static readonly InterviewQuestion BidPart = new(7, SalesPosition.Representative, Competence.Bidding);
    /// <summary>Asks: You have missed your target for two quarters. What do you do; value 8.</summary>
    public static readonly InterviewQuestion TwoMissedQuarters = new(8, SalesPosition.Representative, Competence.Resilience);
    /// <summary>Asks: A customer asks for something improper. What do you do; value 9.</summary>
    public static readonly InterviewQuestion ImproperDemand = new(9, SalesPosition.Representative, Competence.Integrity);
    /// <summary>Asks: How did you spend last week; value 10.</summary>
    public static readonly InterviewQuestion LastWeek = new(10, SalesPosition.Representative, Competence.FunnelManagement);
    /// <summary>Asks: How do you set the target of your team for a quarter; value 11.</summary>
    public static readonly InterviewQuestion TeamTarget = new(11, SalesPosition.Manager, Competence.FunnelManagement);
    /// <summary>Asks: Tell us of somebody you developed; value 12.</summary>
    public static readonly InterviewQuestion PersonDeveloped = new(12, SalesPosition.Manager, Competence.Learning);
    /// <summary>Asks: What was your worst forecast; value 13.</summary>
    public static readonly InterviewQuestion WorstForecast = new(13, SalesPosition.Manager, Competence.FunnelManagement);
    /// <summary>Asks: Somebody brings good results and breaks the rules. What do you do; value 14.</summary>
    public static readonly InterviewQuestion RuleBreaker = new(14, SalesPosition.Manager, Competence.Integrity);
    /// <summary>Asks: How do you run the weekly meeting; value 15.</summary>
    public static readonly InterviewQuestion WeeklyMeeting = new(15, SalesPosition.Manager, Competence.FunnelManagement);
    /// <summary>Asks: How do you allocate accounts and resources; value 16.</summary>
    public static readonly InterviewQuestion DealingOutAccounts = new(16, SalesPosition.Manager, Competence.CustomerInsight);
    /// <summary>Asks: How did you solve a crisis at a key account across departments; value 17.</summary>
    public static readonly InterviewQuestion CustomerCrisis = new(17, SalesPosition.Manager, Competence.RelationshipBuilding);
    /// <summary>Asks: How did you decide to give up a deal; value 18.</summary>
    public static readonly InterviewQuestion DealGivenUp = new(18, SalesPosition.Manager, Competence.SolutionValue);
    /// <summary>Asks: How do you conduct a performance talk; value 19.</summary>
    public static readonly InterviewQuestion PerformanceTalk = new(19, SalesPosition.Manager, Competence.Learning);
    /// <summary>Asks: What would your first 90 days look like; value 20.</summary>
    public static readonly InterviewQuestion First90Days = new(20, SalesPosition.Manager, Competence.Resilience);

    private InterviewQuestion(int value, SalesPosition position, Competence competence, [CallerMemberName] string name = "")
        : base(name, value)
    {
        (Position, Competence) = (position, competence);
    }

    /// <summary>The position that the question is for: representatives or managers.</summary>
    public SalesPosition Position { get; }

    /// <summary>The competence that the answer shows.</summary>
    public Competence Competence { get; }

    /// <summary>Looks up the ten questions of a position, in the order in which to ask them.</summary>
    /// <param name="position">The position. Directors and vice presidents are asked the questions for managers.</param>
    /// <returns>The questions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="position"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no questions for the position.</exception>
    public static IReadOnlyList<InterviewQuestion> For(SalesPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        if (position == SalesPosition.HumanResources)
        {
            throw new ArgumentException(
                "position is HumanResources; there are questions for Representative, Manager, Director and VicePresident only.",
                nameof(position));
        }

        var asked = position == SalesPosition.Representative ? position : SalesPosition.Manager;
        return [.. InOrder.Where(question => question.Position == asked)];
    }

    /// <summary>Looks up what an answer with a rating sounds like.</summary>
    /// <param name="rating">1, 3 or 5; 2 and 4 lie between their neighbours.</param>
    /// <returns>The anchor.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rating"/> is not one of them.</exception>
    public Text Anchor(int rating) => TextTable.Library[rating switch
    {
        1 => $"SalesTeam.InterviewAnchor.{Name}.1",
        3 => $"SalesTeam.InterviewAnchor.{Name}.3",
        5 => $"SalesTeam.InterviewAnchor.{Name}.5",
        _ => throw new ArgumentOutOfRangeException(
            nameof(rating), Invariant($"rating is {rating}; anchors are for 1, 3 and 5. A rating of 2 or 4 lies between its neighbours.")),
    }];
}
