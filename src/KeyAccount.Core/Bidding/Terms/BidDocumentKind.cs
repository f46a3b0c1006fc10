using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The kind of a bid document.</summary>
/// <remarks>Source: the exercise of module 6 of 《B2B 大客户开发与管理》 (标准的投标资料).</remarks>
[JsonConverter(typeof(TermJsonConverter<BidDocumentKind>))]
public sealed class BidDocumentKind : Term<BidDocumentKind>
{
    /// <summary>Licences and certificates; value 1.</summary>
    public static readonly BidDocumentKind Qualification = new(1);
    /// <summary>Financial statements; value 2.</summary>
    public static readonly BidDocumentKind FinancialStatements = new(2);
    /// <summary>Reference customers; value 3.</summary>
    public static readonly BidDocumentKind ReferenceCustomers = new(3);
    /// <summary>The company; value 4.</summary>
    public static readonly BidDocumentKind CompanyProfile = new(4);
    /// <summary>The product; value 5.</summary>
    public static readonly BidDocumentKind ProductInformation = new(5);
    /// <summary>The technical solution; value 6.</summary>
    public static readonly BidDocumentKind TechnicalInformation = new(6);
    /// <summary>The service; value 7.</summary>
    public static readonly BidDocumentKind ServiceStandard = new(7);
    /// <summary>Price and terms; value 8.</summary>
    public static readonly BidDocumentKind CommercialTerms = new(8);

    private BidDocumentKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
