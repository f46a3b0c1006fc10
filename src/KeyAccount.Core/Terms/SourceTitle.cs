namespace KeyAccount.Core.Terms;

/// <summary>The titles of the method's source documents, as a provenance cites them.</summary>
internal static class SourceTitle
{
    /// <summary>On the relationship with key accounts: grading, satisfaction, loyalty, prices.</summary>
    public const string Selling = "《大客户销售技巧（客户关系管理篇）》 (Key-Account Selling: Customer Relationships)";

    /// <summary>On the value of the customer, the politics inside it and the barriers around it; in traditional characters.</summary>
    public const string Strategy = "《大客戶戰略客戶關係管理》 (Strategic Relationship Management for Key Accounts)";

    /// <summary>On the three dimensions of the relationship.</summary>
    public const string Relationships = "《客户关系拓展与管理》 (Developing and Managing Customer Relationships)";

    /// <summary>On the sales funnel, the people who decide and the negotiation.</summary>
    public const string Development = "《B2B 大客户开发与管理》 (Developing and Managing B2B Key Accounts)";

    /// <summary>On what a key account is and what it is worth.</summary>
    public const string Training = "《开发大客户培训课件》 (Key-Account Development: Training Slides)";

    /// <summary>The provenance of a norm that a document states in one sentence; it quotes the sentence.</summary>
    public static Provenance Norm(string title, string sentence) => Provenance.Source($"{title}: “{sentence}”");
}
