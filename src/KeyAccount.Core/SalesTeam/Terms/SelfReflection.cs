using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Twelve questions to ask oneself when results fail to come; the answers are private.</summary>
/// <remarks>《B2B 大客户开发与管理》 says that there are twelve (“十二个”自我反省) but does not name them. The number comes from the source; the items are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SelfReflection>))]
public sealed class SelfReflection : Term<SelfReflection>
{
    /// <summary>Asks: Did I meet as many people as my target needs?; value 1.</summary>
    public static readonly SelfReflection EnoughContacts = new(1);
    /// <summary>Asks: Did I work on accounts that can buy?; value 2.</summary>
    public static readonly SelfReflection RightAccounts = new(2);
    /// <summary>Asks: Do I know those who decide?; value 3.</summary>
    public static readonly SelfReflection RightPeople = new(3);
    /// <summary>Asks: Who at the customer has confirmed the need?; value 4.</summary>
    public static readonly SelfReflection RealNeed = new(4);
    /// <summary>Asks: Can the customer say what it gains from us?; value 5.</summary>
    public static readonly SelfReflection ClearValue = new(5);
    /// <summary>Asks: What does the rival do better?; value 6.</summary>
    public static readonly SelfReflection KnownRivals = new(6);
    /// <summary>Asks: Does every deal have a next step with a date?; value 7.</summary>
    public static readonly SelfReflection DatedSteps = new(7);
    /// <summary>Asks: Which promise of last week did I not keep?; value 8.</summary>
    public static readonly SelfReflection KeptPromises = new(8);
    /// <summary>Asks: Which deal do I only hope for?; value 9.</summary>
    public static readonly SelfReflection HonestForecast = new(9);
    /// <summary>Asks: Which hours moved nothing?; value 10.</summary>
    public static readonly SelfReflection TimeUsed = new(10);
    /// <summary>Asks: Whom could I have asked for help earlier?; value 11.</summary>
    public static readonly SelfReflection HelpSought = new(11);
    /// <summary>Asks: What have I done differently since my last loss?; value 12.</summary>
    public static readonly SelfReflection Learnt = new(12);

    private SelfReflection(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
