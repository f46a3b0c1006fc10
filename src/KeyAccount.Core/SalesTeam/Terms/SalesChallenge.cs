using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Ten challenges in selling to key accounts.</summary>
/// <remarks>《B2B 大客户开发与管理》 says that there are ten (“十大”困难和挑战) but does not name them. The number comes from the source; the items are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SalesChallenge>))]
public sealed class SalesChallenge : Term<SalesChallenge>
{
    /// <summary>Months pass between the first visit and the order; value 1.</summary>
    public static readonly SalesChallenge LongCycle = new(1);
    /// <summary>Six to eight people decide, each with a different view; value 2.</summary>
    public static readonly SalesChallenge ManyDeciders = new(2);
    /// <summary>The people who decide are hard to meet; value 3.</summary>
    public static readonly SalesChallenge AccessToLeaders = new(3);
    /// <summary>Rivals know the customer well; value 4.</summary>
    public static readonly SalesChallenge StrongRivals = new(4);
    /// <summary>The customer asks for a lower price in every round; value 5.</summary>
    public static readonly SalesChallenge PricePressure = new(5);
    /// <summary>The customer does not say what matters most; value 6.</summary>
    public static readonly SalesChallenge HiddenNeeds = new(6);
    /// <summary>Other departments have other goals; value 7.</summary>
    public static readonly SalesChallenge OwnSupport = new(7);
    /// <summary>Budgets and decisions are postponed; value 8.</summary>
    public static readonly SalesChallenge LateDecisions = new(8);
    /// <summary>The order is won, but the payment is late; value 9.</summary>
    public static readonly SalesChallenge Collecting = new(9);
    /// <summary>Most deals are lost, and the next one must be started; value 10.</summary>
    public static readonly SalesChallenge KeepingGoing = new(10);

    private SalesChallenge(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
