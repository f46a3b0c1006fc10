using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The form of contract under which the customer buys.</summary>
/// <remarks>LibraryDefault: 《客户关系拓展与管理》 asks for an assessment of the organisational relationship and names no criteria.</remarks>
[JsonConverter(typeof(TermJsonConverter<ContractForm>))]
public sealed class ContractForm : OrderedTerm<ContractForm>
{
    /// <summary>Each order by itself; value 1.</summary>
    public static readonly ContractForm OrderByOrder = new(1);
    /// <summary>Conditions agreed, quantities not; value 2.</summary>
    public static readonly ContractForm FrameworkAgreement = new(2);
    /// <summary>Conditions and quantities agreed for years; value 3.</summary>
    public static readonly ContractForm LongTermAgreement = new(3);
    /// <summary>A strategic agreement signed by the leaders of both companies; value 4.</summary>
    public static readonly ContractForm StrategicAgreement = new(4);

    private ContractForm(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: order by order = 1 binds least.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
