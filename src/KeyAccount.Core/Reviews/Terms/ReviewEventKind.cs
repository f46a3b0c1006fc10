using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The kind of a change of an account: something has become true, or is no longer true.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ReviewEventKind>))]
public sealed class ReviewEventKind : Term<ReviewEventKind>
{
    /// <summary>The account is new; value 1.</summary>
    public static readonly ReviewEventKind AccountAdded = new(1);
    /// <summary>The tier has changed; value 2.</summary>
    public static readonly ReviewEventKind TierChanged = new(2);
    /// <summary>The risk has risen; value 3.</summary>
    public static readonly ReviewEventKind RiskRaised = new(3);
    /// <summary>The account has become active, sleeping or lost, or has barred us; value 4.</summary>
    public static readonly ReviewEventKind StateChanged = new(4);
    /// <summary>There is a new finding; value 5.</summary>
    public static readonly ReviewEventKind FindingFound = new(5);
    /// <summary>A new warning sign has appeared; value 6.</summary>
    public static readonly ReviewEventKind SignRaised = new(6);
    /// <summary>The risk has fallen; value 7.</summary>
    public static readonly ReviewEventKind RiskLowered = new(7);
    /// <summary>A finding has been settled; value 8.</summary>
    public static readonly ReviewEventKind FindingSettled = new(8);
    /// <summary>A warning sign has disappeared; value 9.</summary>
    public static readonly ReviewEventKind SignFell = new(9);
    /// <summary>The account no longer exists; value 10.</summary>
    public static readonly ReviewEventKind AccountRemoved = new(10);
    /// <summary>An action of the plan is overdue; value 11.</summary>
    public static readonly ReviewEventKind ActionOverdue = new(11);
    /// <summary>An action of the plan has been done or dismissed; value 12.</summary>
    public static readonly ReviewEventKind ActionEnded = new(12);

    private ReviewEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
