using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>A step that the preparation of a negotiation still requires.</summary>
/// <remarks>Goals and fall-back are 《B2B 大客户开发与管理》's (目标设定、退路设计); the rest is a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<PreparationStep>))]
public sealed class PreparationStep : Term<PreparationStep>
{
    /// <summary>Nothing is there to negotiate about; list price, term, payment, volume and whatever else counts; value 1.</summary>
    public static readonly PreparationStep NameIssues = new(1);
    /// <summary>Say for each issue what we want to reach; value 2.</summary>
    public static readonly PreparationStep SetTargets = new(2);
    /// <summary>Say for each issue where we stop; value 3.</summary>
    public static readonly PreparationStep SetReservations = new(3);
    /// <summary>Say what we do without a deal, and what that is worth; value 4.</summary>
    public static readonly PreparationStep FindAlternative = new(4);
    /// <summary>Say for each issue where we begin; value 5.</summary>
    public static readonly PreparationStep SetOpenings = new(5);
    /// <summary>Say how much each issue counts for us; value 6.</summary>
    public static readonly PreparationStep WeighIssues = new(6);
    /// <summary>Estimate for each issue where the other side stops, as a range; value 7.</summary>
    public static readonly PreparationStep EstimateTheirs = new(7);
    /// <summary>Goals and fall-back are set; value 8.</summary>
    public static readonly PreparationStep Begin = new(8);

    private PreparationStep(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
