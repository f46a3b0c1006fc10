using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>A kind of evidence for a claim.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<EvidenceKind>))]
public sealed class EvidenceKind : OpenTerm<EvidenceKind>, IOpenTerm<EvidenceKind>
{
    /// <summary>A test report; value 1.</summary>
    public static readonly EvidenceKind TestReport = new(1);
    /// <summary>A reference customer; value 2.</summary>
    public static readonly EvidenceKind ReferenceCustomer = new(2);
    /// <summary>A certificate; value 3.</summary>
    public static readonly EvidenceKind Certificate = new(3);
    /// <summary>A calculation with the customer's own figures; value 4.</summary>
    public static readonly EvidenceKind Calculation = new(4);
    /// <summary>A guarantee of the result; value 5.</summary>
    public static readonly EvidenceKind Guarantee = new(5);

    private EvidenceKind(int value, [CallerMemberName] string name = "") : base(name, value) { }

    static EvidenceKind IOpenTerm<EvidenceKind>.Create(string name, int value) => new(value, name);
}
