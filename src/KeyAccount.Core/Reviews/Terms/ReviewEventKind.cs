using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>What has newly become true of an account, or is true no longer.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ReviewEventKind>))]
public sealed class ReviewEventKind : Term<ReviewEventKind>
{
    /// <summary>The account is new; value 1.</summary>
    public static readonly ReviewEventKind AccountAdded = new(1);
    /// <summary>It is in another tier; value 2.</summary>
    public static readonly ReviewEventKind TierChanged = new(2);
    /// <summary>More of it is at stake; value 3.</summary>
    public static readonly ReviewEventKind RiskRaised = new(3);
    /// <summary>It is active, sleeping, lost, or has barred us, and was not before; value 4.</summary>
    public static readonly ReviewEventKind StateChanged = new(4);
    /// <summary>There is something to say that there was not before; value 5.</summary>
    public static readonly ReviewEventKind FindingFound = new(5);
    /// <summary>A warning sign shows that did not before; value 6.</summary>
    public static readonly ReviewEventKind SignRaised = new(6);
    /// <summary>Less of it is at stake; value 7.</summary>
    public static readonly ReviewEventKind RiskLowered = new(7);
    /// <summary>What was found before is found no longer; value 8.</summary>
    public static readonly ReviewEventKind FindingSettled = new(8);
    /// <summary>A warning sign no longer shows; value 9.</summary>
    public static readonly ReviewEventKind SignFell = new(9);
    /// <summary>The account is no longer there; value 10.</summary>
    public static readonly ReviewEventKind AccountRemoved = new(10);
    /// <summary>The day of an action of the plan has passed, and it is not done; value 11.</summary>
    public static readonly ReviewEventKind ActionOverdue = new(11);
    /// <summary>An action of the plan has been done or dismissed; value 12.</summary>
    public static readonly ReviewEventKind ActionEnded = new(12);

    private ReviewEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
