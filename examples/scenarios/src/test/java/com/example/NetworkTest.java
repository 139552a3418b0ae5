package com.example;

import io.kubehop.testkit.ScenarioTest;

class NetworkTest {
  @ScenarioTest("scenarios/")
  void scenarios() {}
}
