using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A kind of fault of an argument.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<FabeFaultKind>))]
public sealed class FabeFaultKind : Term<FabeFaultKind>
{
    /// <summary>A part is missing; value 1.</summary>
    public static readonly FabeFaultKind PartMissing = new(1);
    /// <summary>The benefit names no known need; value 2.</summary>
    public static readonly FabeFaultKind BenefitWithoutNeed = new(2);
    /// <summary>The evidence has no date; value 3.</summary>
    public static readonly FabeFaultKind EvidenceUndated = new(3);
    /// <summary>The evidence is older than its half-life; value 4.</summary>
    public static readonly FabeFaultKind EvidenceStale = new(4);

    private FabeFaultKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
