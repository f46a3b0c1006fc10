using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>The grade that a customer gives its suppliers (供应商等级), with A the best; not a place among them: several may have the
/// same.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 names the indicator and no grades; the four are a <c>LibraryDefault</c>. Map a customer's own grades to the
/// one with the
/// same consequence for new business.</remarks>
[JsonConverter(typeof(TermJsonConverter<SupplierGrade>))]
public sealed class SupplierGrade : OrderedTerm<SupplierGrade>
{
    /// <summary>Asked first for new business; value 1.</summary>
    public static readonly SupplierGrade A = new(1);
    /// <summary>Asked as a rule; value 2.</summary>
    public static readonly SupplierGrade B = new(2);
    /// <summary>Asked where others cannot deliver, or told to improve; value 3.</summary>
    public static readonly SupplierGrade C = new(3);
    /// <summary>To be replaced; gets no new business; value 4.</summary>
    public static readonly SupplierGrade D = new(4);

    private SupplierGrade(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.LowestIsBest"/>: A = 1 is the best.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}
