using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The nine pitfalls of managing sales performance.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》, the nine pitfalls (“九大”误区). The evidence for each of them is a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<Pitfall>))]
public sealed class Pitfall : Term<Pitfall>
{
    /// <summary>Only human resources write anything down; the manager does not; value 1.</summary>
    public static readonly Pitfall LeftToHumanResources = new(1);
    /// <summary>Results have led to deductions only; value 2.</summary>
    public static readonly Pitfall FaultFinding = new(2);
    /// <summary>Nobody has written down any coaching; value 3.</summary>
    public static readonly Pitfall NoCoaching = new(3);
    /// <summary>Process measures have too little weight; value 4.</summary>
    public static readonly Pitfall OnlyQuantities = new(4);
    /// <summary>The targets were signed as proposed, within a day; value 5.</summary>
    public static readonly Pitfall MereSignature = new(5);
    /// <summary>Nobody checked the process before the period ended; value 6.</summary>
    public static readonly Pitfall OnlyResults = new(6);
    /// <summary>The targets have been the same for three periods or more; value 7.</summary>
    public static readonly Pitfall FixedTargets = new(7);
    /// <summary>Periods are missing between the recorded ones; value 8.</summary>
    public static readonly Pitfall NotSustained = new(8);
    /// <summary>The period has ended, and no formal talk is recorded; value 9.</summary>
    public static readonly Pitfall NoFeedback = new(9);

    private Pitfall(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
